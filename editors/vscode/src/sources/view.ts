/** The Sources view: who speaks in the draft in front, and what each of them says. */
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-protocol';

import { nodesOf, type Node, type SourceNode } from './nodes';
import type { Draft, SourceWatcher } from './watcher';

export const VIEW = 'attrib-lsp.sources';
export const REVEAL = 'attrib-lsp.reveal';

class SourceTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private nodes: readonly SourceNode[] = [];
  private uri: vscode.Uri | undefined;

  show(draft: Draft | undefined): void {
    this.uri = draft?.document.uri;
    this.nodes = draft?.list ? nodesOf(draft.list) : [];
    this.changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      return [...this.nodes];
    }
    return node.type === 'source' ? [...node.children] : [];
  }

  getParent(node: Node): Node | undefined {
    return node.type === 'source' ? undefined : this.nodes.find((one) => one.children.includes(node));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const parent = node.type === 'source' && node.children.length > 0;
    const state = parent ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(node.label, state);
    item.id = `${this.uri?.toString()} ${node.id}`;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = iconOf(node);
    item.contextValue = node.type;
    item.command = { command: REVEAL, title: 'Go There', arguments: [this.uri, node] };
    item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(', ') };
    return item;
  }
}

function iconOf(node: Node): vscode.ThemeIcon {
  const marked = node.type === 'source' && node.unnamed;
  return new vscode.ThemeIcon(node.icon, marked ? new vscode.ThemeColor('list.warningForeground') : undefined);
}

/** Make the view and keep it in step with the draft. */
export function registerView(watcher: SourceWatcher): vscode.Disposable {
  const tree = new SourceTree();
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const follow = watcher.onDidChange((draft) => {
    tree.show(draft);
    view.message = draft?.list?.sources.length ? draft.list.summary : ''; // With no message the welcome is shown.
  });
  const jump = vscode.commands.registerCommand(REVEAL, async (uri: vscode.Uri, node: Node) => {
    await reveal(uri, node.range);
    if (node.type === 'source') {
      await view.reveal(node, { expand: true, select: true });
    }
  });
  return vscode.Disposable.from(view, follow, jump);
}

/** Show a place in a draft and select it. */
async function reveal(uri: vscode.Uri, range: Range): Promise<void> {
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const open = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
  const shown = open?.viewColumn ? { selection, viewColumn: open.viewColumn } : { selection };
  const editor = await vscode.window.showTextDocument(uri, shown);
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
