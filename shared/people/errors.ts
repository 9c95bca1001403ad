export const peopleProblemCodes = ['person.name-taken', 'person.last-one'] as const;
