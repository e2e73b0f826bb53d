/** Where the server is: the settings' word first, then what is there. Nothing here knows the editor. */

/** A command line that starts the server, and for the log where it was found. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly found: string;
}

/** The settings name a program that is not there. */
export interface Misconfigured {
  readonly problem: string;
}

/** What the search may look at. */
export interface Surroundings {
  /** `attrib-lsp.command` and `attrib-lsp.path`, with variables filled in. */
  readonly command: readonly string[];
  readonly path: string;
  /** The program in the environment that this extension keeps. */
  readonly own: string;
  /** Return the full path of a program on the `PATH`. */
  onPath(name: string): Promise<string | undefined>;
  exists(path: string): Promise<boolean>;
  /** Python interpreters, each as a command line, the likeliest first. */
  interpreters(): Promise<readonly (readonly string[])[]>;
  /** Say whether an interpreter can import the server. */
  hasServer(interpreter: readonly string[]): Promise<boolean>;
}

/** Return how to start the server, what is wrong with the settings, or undefined where there is none. */
export async function findServer(around: Surroundings): Promise<Launch | Misconfigured | undefined> {
  return (await configured(around)) ?? (await installed(around)) ?? (await importable(around));
}

export function isLaunch(found: Launch | Misconfigured | undefined): found is Launch {
  return found !== undefined && 'command' in found;
}

async function configured(around: Surroundings): Promise<Launch | Misconfigured | undefined> {
  const [command, ...args] = around.command;
  if (command) {
    return (await isProgram(around, command))
      ? { command, args, found: 'the setting attrib-lsp.command' }
      : { problem: `The setting attrib-lsp.command starts “${command}”, and there is no such program.` };
  }
  if (around.path) {
    return (await isProgram(around, around.path))
      ? server(around.path, 'the setting attrib-lsp.path')
      : { problem: `The setting attrib-lsp.path says “${around.path}”, and there is no such program.` };
  }
  return undefined;
}

async function installed(around: Surroundings): Promise<Launch | undefined> {
  const found = await around.onPath('attrib-lsp');
  if (found) {
    return server(found, 'the PATH');
  }
  return (await around.exists(around.own)) ? server(around.own, 'the extension’s own environment') : undefined;
}

async function importable(around: Surroundings): Promise<Launch | undefined> {
  for (const interpreter of await around.interpreters()) {
    const [command, ...args] = interpreter;
    if (command && (await around.hasServer(interpreter))) {
      return { command, args: [...args, '-m', 'attrib_lsp', 'server'], found: `the Python environment of ${command}` };
    }
  }
  return undefined;
}

async function isProgram(around: Surroundings, named: string): Promise<boolean> {
  return /[\\/]/.test(named) ? around.exists(named) : (await around.onPath(named)) !== undefined;
}

function server(command: string, found: string): Launch {
  return { command, args: ['server'], found };
}

/** Fill in `~`, `${userHome}`, `${workspaceFolder}` and `${env:NAME}`; what is unknown stays as it is. */
export function expand(text: string, home: string, folder: string | undefined, env: NodeJS.ProcessEnv): string {
  return text
    .replace(/^~(?=$|[\\/])/, () => home)
    .replace(/\$\{userHome\}/g, () => home)
    .replace(/\$\{workspaceFolder\}/g, (variable) => folder ?? variable)
    .replace(/\$\{env:([^}]+)\}/g, (variable, name: string) => env[name] ?? variable);
}
