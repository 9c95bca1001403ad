/** What is needed of the system's clipboard. */
export interface TextClipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  clear(): void;
}

export interface SecretClipboard {
  copy(secret: string): Promise<boolean>;
  /** Takes the secret out of the clipboard, unless something else was copied since. */
  forget(): Promise<void>;
}

export const secretStaysMs = 60_000;

/** A copied secret leaves the clipboard after a minute. The timer lives here, so neither locking nor closing a window stops it. */
export const secretClipboard = (clipboard: TextClipboard, later: (work: () => void, ms: number) => void): SecretClipboard => {
  const state: { held: string | null } = { held: null };
  const forget = async (): Promise<void> => {
    const { held } = state;
    if (held === null) return;
    state.held = null;
    try {
      if ((await clipboard.readText()) === held) clipboard.clear();
    } catch {
      // Unreadable just now: clearing could take something else of the person's away.
    }
  };
  return {
    forget,
    copy: async (secret) => {
      try {
        await clipboard.writeText(secret);
      } catch {
        return false;
      }
      state.held = secret;
      later(() => {
        if (state.held === secret) void forget();
      }, secretStaysMs);
      return true;
    },
  };
};
