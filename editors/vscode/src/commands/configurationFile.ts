/** Open the configuration file in force for a draft, or begin one. */
import * as vscode from 'vscode';

import { configuration } from '../settings';

const OWN = 'attrib-lsp.toml';
const SHARED = 'pyproject.toml';
const TABLE = /^\s*\[tool\.attrib-lsp[.\]]/m;

const STARTER = `# What attrib-lsp looks for in the drafts below this folder.
# preset = "ap-like"
# ignore = ["DOC"]

# [severity]
# ANO206 = "warning"
`;

export async function openConfiguration(draft: vscode.Uri | undefined): Promise<void> {
  const found = (await named()) ?? (draft?.scheme === 'file' ? await nearest(draft) : undefined);
  if (found) {
    await vscode.window.showTextDocument(found);
    return;
  }
  const folder = draft && vscode.workspace.getWorkspaceFolder(draft)?.uri;
  const place = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!place) {
    await vscode.commands.executeCommand('attrib-lsp.openSettings');
    return;
  }
  const answer = await vscode.window.showInformationMessage(
    `No configuration file holds for this draft; the settings do. Begin ${OWN} in this folder?`,
    'Begin One',
    'Open Settings',
  );
  if (answer === 'Begin One') {
    await begin(vscode.Uri.joinPath(place, OWN));
  } else if (answer) {
    await vscode.commands.executeCommand('attrib-lsp.openSettings');
  }
}

/** Return the file that the settings name, if it is there. */
async function named(): Promise<vscode.Uri | undefined> {
  const name = configuration().get<string>('configuration', '');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!name) {
    return undefined;
  }
  const absolute = /^([\\/]|[A-Za-z]:)/.test(name);
  const file = absolute ? vscode.Uri.file(name) : folder && vscode.Uri.joinPath(folder, name);
  return file && (await read(file)) !== undefined ? file : undefined;
}

/** Return the configuration file nearest to a draft, looking upwards from its folder. */
async function nearest(draft: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = vscode.Uri.joinPath(draft, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    const own = vscode.Uri.joinPath(folder, OWN);
    if ((await read(own)) !== undefined) {
      return own;
    }
    const shared = vscode.Uri.joinPath(folder, SHARED);
    if (TABLE.test((await read(shared)) ?? '')) {
      return shared;
    }
    if (folder.path === '/' || folder.path === vscode.Uri.joinPath(folder, '..').path) {
      return undefined;
    }
  }
}

async function read(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

/** Open a new file with a beginning in it; it is written when the user saves it. */
async function begin(file: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), STARTER));
}
