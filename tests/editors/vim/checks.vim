" E2E_OUT=FILE vim -es -u vimrc -S checks.vim DRAFT     writes ALE's findings to FILE as JSON, one a line
let s:end = reltimefloat(reltime()) + 40
let s:found = []
while empty(s:found) && reltimefloat(reltime()) < s:end
  sleep 200m
  let s:found = ale#engine#GetLoclist(bufnr(''))
endwhile
call writefile(map(copy(s:found), 'json_encode({"line": v:val.lnum, "code": get(v:val, "code", ""), "text": v:val.text})'), $E2E_OUT)
qall!
