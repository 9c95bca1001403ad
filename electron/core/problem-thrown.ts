import type { Problem } from '../../shared/kernel/problem.ts';

/** An expected failure in the middle of a subscription, where there is no answer left to carry a Result. The edge turns it back. */
export class ProblemThrown extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
