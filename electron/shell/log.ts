/** Ids and codes only: never names, notes or file contents. */
export type Log = (code: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;

export const stderrLog: Log = (code, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ code, ...facts })}\n`);
};
