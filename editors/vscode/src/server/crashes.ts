/** How often a server that ends by itself is started again. */

const MOST = 3;
const WINDOW_MS = 3 * 60_000;

/** Counts crashes: after the third within three minutes it is enough. */
export class Crashes {
  private times: number[] = [];

  /** Note a crash at `now`, in milliseconds; say whether to start again. */
  again(now: number): boolean {
    this.times = [...this.times.filter((time) => now - time < WINDOW_MS), now];
    return this.times.length < MOST;
  }

  forget(): void {
    this.times = [];
  }
}
