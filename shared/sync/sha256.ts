/** Hashes a text to lower-case hex SHA-256; a parameter, because every process has its own way. */
export type Sha256 = (text: string) => string;
