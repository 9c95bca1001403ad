/** Problems of taking a change back. Codes are never reused. */
export const undoProblemCodes = ['undo.decided', 'undo.newer', 'undo.one-way', 'undo.done', 'undo.not-mine'] as const;
