;;; checks.el --- The configuration of editors/README.md in a real Emacs -*- lexical-binding: t -*-
;;   E2E_INIT=init.el E2E_DRAFT=story.md emacs -Q --batch -l checks.el
;; Prints one JSON object: what is underlined, where definition leads, what hover and imenu say.
(require 'json)
(require 'cl-lib)
(setq create-lockfiles nil eglot-sync-connect 30 eglot-autoshutdown nil)
(add-to-list 'auto-mode-alist '("\\.md\\'" . text-mode)) ; Emacs itself has no markdown-mode
(load (getenv "E2E_INIT") nil t)
(find-file (getenv "E2E_DRAFT"))
(unless (eglot-managed-p) (apply #'eglot (eglot--guess-contact)))
(flymake-mode 1)
(let ((end (+ (float-time) 40)))
  (while (and (null (flymake-diagnostics)) (< (float-time) end))
    (accept-process-output nil 0.2)
    (flymake-start)))
(defun checks-findings ()
  (vconcat (mapcar (lambda (one)
                     `((words . ,(buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
                       (message . ,(flymake-diagnostic-text one))))
                   (flymake-diagnostics))))
(defun checks-definition (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0))
  (condition-case failed
      (let ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
        (if (null found) "nothing"
          (let ((mark (xref-location-marker (xref-item-location (car found)))))
            (with-current-buffer (marker-buffer mark)
              (buffer-substring-no-properties mark (min (point-max) (+ mark 20)))))))
    (error (error-message-string failed))))
(princ (json-encode
        `((version . ,emacs-version)
          (findings . ,(checks-findings))
          (definition . ,(checks-definition "She added"))
          (symbols . ,(vconcat (mapcar #'car (ignore-errors (eglot-imenu))))))))
(terpri)
(ignore-errors (eglot-shutdown-all))
(kill-emacs 0)
