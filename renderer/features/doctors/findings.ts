import type { Doubt } from '../../../shared/doctors/model.ts';

/** Something a rule found. `token` is a part of the text that is the same in both languages, for knowing it again as a doubt. */
export type Finding = { key: string; rule: string; text: string; askWhom: string; token: string };

/** Findings that nobody has raised as a doubt yet: a doubt that names the rule and the same thing is the same doubt. */
export const notRaised = (findings: readonly Finding[], doubts: readonly Doubt[]): Finding[] =>
  findings.filter(
    ({ rule, token }) => !doubts.some(({ body, voidReason }) => voidReason === null && body.includes(rule) && body.includes(token)),
  );
