export const peopleProblemCodes = ['person.name-taken', 'person.last-one', 'request.own'] as const;
