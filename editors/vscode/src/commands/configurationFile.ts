/** Open the configuration file in force for a draft, or begin one. */
import * as path from 'node:path';
import * as vscode from 'vscode';

import { configuration, filled } from '../settings';

const OWN = ['attrib-lsp.toml', '.attrib-lsp.toml'] as const;
const SHARED = 'pyproject.toml';
const TABLE = /^\s*\[tool\.attrib-lsp[.\]]/m;

const STARTER = `# What attrib-lsp looks for in the drafts below this folder.
# preset = "ap-like"
# ignore = ["DOC"]

# [severity]
# ANO206 = "warning"
`;

export async function openConfiguration(draft: vscode.Uri | undefined): Promise<void> {
  const folder = folderOf(draft);
  const found = (await named(folder)) ?? (draft?.scheme === 'file' ? await nearest(draft) : undefined);
  if (found) {
    await vscode.window.showTextDocument(found);
    return;
  }
  if (!folder) {
    await vscode.commands.executeCommand('attrib-lsp.openSettings');
    return;
  }
  const answer = await vscode.window.showInformationMessage(
    `No configuration file holds for this draft; the settings do. Begin ${OWN[0]} in this folder?`,
    'Begin One',
    'Open Settings',
  );
  if (answer === 'Begin One') {
    await begin(vscode.Uri.joinPath(folder, OWN[0]));
  } else if (answer) {
    await vscode.commands.executeCommand('attrib-lsp.openSettings');
  }
}

/** Return the folder that a draft belongs to; the first one for a draft that is nowhere yet. */
const folderOf = (draft: vscode.Uri | undefined): vscode.Uri | undefined =>
  ((draft && vscode.workspace.getWorkspaceFolder(draft)) ?? vscode.workspace.workspaceFolders?.[0])?.uri;

/** Return the file that the settings name, if it is there. */
async function named(folder: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const name = filled(configuration(folder).get<string>('configuration', ''));
  if (!name) {
    return undefined;
  }
  const file = path.isAbsolute(name) ? vscode.Uri.file(name) : folder && vscode.Uri.joinPath(folder, name);
  return file && (await read(file)) !== undefined ? file : undefined;
}

/** Return the configuration file nearest to a draft, looking upwards from its folder. */
async function nearest(draft: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = vscode.Uri.joinPath(draft, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    for (const own of OWN.map((name) => vscode.Uri.joinPath(folder, name))) {
      if ((await read(own)) !== undefined) {
        return own;
      }
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
