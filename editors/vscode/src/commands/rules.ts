/** Show a rule's page: the one asked for, or one chosen among those that found something in the draft. */
import * as vscode from 'vscode';

import type { Pages } from '../pages/provider';
import { findings } from '../statusBar';

interface RuleItem extends vscode.QuickPickItem {
  readonly code: string;
}

export async function showRule(pages: Pages, draft: vscode.TextDocument | undefined, asked: unknown): Promise<void> {
  const code = typeof asked === 'string' ? asked : await chosen(draft);
  if (code) {
    await pages.show({ kind: 'rule', subject: code, candidates: [] });
  }
}

/** Let the user pick a rule of the draft's findings, or type any rule's code or name. */
function chosen(draft: vscode.TextDocument | undefined): Promise<string | undefined> {
  const items = draft ? ofFindings(draft) : [];
  const pick = vscode.window.createQuickPick<RuleItem>();
  pick.title = 'Show a rule';
  pick.placeholder = 'A rule that found something here, or any code or name, such as ANO202';
  pick.matchOnDetail = true;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    pick.items = typed ? [...items, { label: typed, description: 'any rule', code: typed }] : items;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.code);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Return the rules of the draft's findings, each once, those nearest to the cursor first. */
function ofFindings(draft: vscode.TextDocument): RuleItem[] {
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document === draft ? editor.selection.active.line : 0;
  const distance = (one: vscode.Diagnostic): number => Math.abs(one.range.start.line - line);
  const items = new Map<string, RuleItem>();
  for (const one of findings(draft.uri).sort((a, b) => distance(a) - distance(b))) {
    const code = codeOf(one);
    if (code && !items.has(code)) {
      items.set(code, { label: code, description: `line ${one.range.start.line + 1}`, detail: one.message, code });
    }
  }
  return [...items.values()];
}

function codeOf(diagnostic: vscode.Diagnostic): string | undefined {
  const { code } = diagnostic;
  return code === undefined ? undefined : String(typeof code === 'object' ? code.value : code);
}
