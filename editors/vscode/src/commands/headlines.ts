/** Check headline candidates: take them from the selection, or ask for them one by one. */
import * as vscode from 'vscode';

import { headlinesIn } from '../pages/address';
import type { Pages } from '../pages/provider';

export async function checkHeadlines(pages: Pages, draft: vscode.TextDocument): Promise<void> {
  const candidates = selected(draft) ?? (await asked());
  if (candidates.length) {
    await pages.show({ kind: 'headlines', subject: draft.uri.toString(), candidates });
  }
}

/** Return the lines of a selection of several lines in the draft; a word or a sentence selected by chance is none. */
function selected(draft: vscode.TextDocument): string[] | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== draft || editor.selection.isSingleLine) {
    return undefined;
  }
  return headlinesIn(draft.getText(editor.selection));
}

/** Ask for headlines until the user enters nothing; none if the user thinks better of it. */
async function asked(): Promise<string[]> {
  const candidates: string[] = [];
  for (;;) {
    const entered = await vscode.window.showInputBox({
      title: `Check headlines against the draft: ${candidates.length ? `${candidates.length} so far` : 'the first'}`,
      prompt: candidates.length ? 'Another one, or Enter with nothing to check them' : 'Enter a headline',
      ignoreFocusOut: true,
    });
    if (entered === undefined) {
      return [];
    }
    if (!entered.trim()) {
      return candidates;
    }
    candidates.push(entered.trim());
  }
}
