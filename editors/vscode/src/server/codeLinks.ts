/** A click on a finding's code opens the rule's page in the editor, not the file that the server offers to others. */
import * as vscode from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

import { toParts } from '../pages/address';

interface Report {
  readonly kind: string;
  readonly items?: vscode.Diagnostic[];
}

export const codeLinks: DiagnosticProviderMiddleware = {
  async provideDiagnostics(document, previous, token, next) {
    const report = await next(document, previous, token);
    link(report);
    return report;
  },
  provideWorkspaceDiagnostics(previous, token, reporter, next) {
    return next(previous, token, (chunk) => {
      chunk?.items.forEach(link);
      reporter(chunk);
    });
  },
};

/** Let the code of each finding in a report lead to its rule's page. */
function link(report: Report | null | undefined): void {
  for (const one of report?.items ?? []) {
    if (typeof one.code === 'object') {
      const code = String(one.code.value);
      one.code = {
        value: code,
        target: vscode.Uri.from(toParts({ kind: 'rule', subject: code, candidates: [] }, code)),
      };
    }
  }
}
