import { problem, type Problem } from '../kernel/problem.ts';

/**
 * 不得自批: nobody decides what they asked for themselves. `askedBy` are those who wrote the request and those who handed it in,
 * because either of them could otherwise approve their own words through the other's name.
 */
export const ownRequestProblem = (deciderId: string, askedBy: readonly (string | null)[], field: string): Problem | null =>
  askedBy.includes(deciderId) ? problem('request.own', field) : null;

/** 权限额度: nobody grants more of the company's money than their own limit allows. The hub checks the same again. */
export const overAuthorityProblem = (grantedFen: number | null, limitFen: number, field: string): Problem | null =>
  (grantedFen ?? 0) > limitFen ? problem('request.over-authority', field, { grantedFen, limitFen }) : null;
