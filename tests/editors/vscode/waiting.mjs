// Waiting for what takes a while.

/** Milliseconds in which whatever is waited for must come, on a slow and busy machine. */
export const PATIENCE = 60_000;

/** Ask `question` until it answers with something; fail after `patience` milliseconds. */
export async function until(what, question, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  while (Date.now() < end) {
    try {
      const answer = await question();
      if (answer) {
        return answer;
      }
    } catch (error) {
      last = error;
    }
    await pause(150);
  }
  throw new Error(`${what} did not come${last ? `: ${last.message}` : ''}`);
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
