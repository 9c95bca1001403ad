/** Why a file cannot be read as a list. */
export type ParseProblem = 'import.password' | 'import.not-a-table' | 'import.zip-bomb';
