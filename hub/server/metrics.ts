import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers for Prometheus. Labels are routes, verdicts and codes: never a person or a case. */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    seconds: new Histogram({
      name: 'liubu_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    verdicts: new Counter({ name: 'liubu_verdicts_total', help: 'Changes executed, by verdict', labelNames: ['verdict'], registers }),
    problems: new Counter({
      name: 'liubu_problems_total',
      help: 'Requests answered with a problem, by code',
      labelNames: ['code'],
      registers,
    }),
    events: new Counter({ name: 'liubu_events_total', help: 'What the hub logged, by code', labelNames: ['code'], registers }),
    sockets: new Gauge({ name: 'liubu_poke_sockets', help: 'Devices listening for pokes', registers }),
  };
};
export type Metrics = ReturnType<typeof createMetrics>;
