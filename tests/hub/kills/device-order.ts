/** What a device process is told when it starts. */
export type DeviceOrder = {
  dataDir: string;
  passcode: string;
  address: string;
  loginName: string;
  password: string;
  seed: number;
  /** False: it only fetches. */
  works: boolean;
};

export type OwnChange = { changeId: string; kind: string; caseId: string; origin: string; verdict: string | null; code: string | null };

/** What a device holds once it has come to rest. */
export type DeviceReport = {
  heads: [caseId: string, ver: number, hash: string][];
  /** Rows of the cases as one text, hashed. */
  content: string;
  own: OwnChange[];
  /** Tables that differ from what the journal gives. */
  differing: string[];
};
