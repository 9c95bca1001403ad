import { bounded, median, round, type Figure } from '../figure.ts';
import { corpusSize } from './corpus.ts';
import { pushAndPull, type Run } from './processes.ts';

const rounds = 5;
const mostHubMb = 450;
const settings =
  'ours: encrypted SQLite with synchronous=FULL and PostgreSQL with fsync, rights, hash chain and tables; peer: PouchDB 9 and express-pouchdb on LevelDB, ' +
  'which syncs no batch; floor: bare SQLite with synchronous=FULL on both sides, JSON over loopback HTTP';

type Way = 'push' | 'pull';
type Round = Record<'ours' | 'floor' | 'peer', Record<Way, Run>> & { hubRssMb: number };

const perSecond = ({ ms }: Run): number => (corpusSize / ms) * 1_000;

/** 10,000 contact logs up and down; ours, the floor and the peer take turns, so that load from outside hits all alike. */
export const benchLanes = async (postgres: string, say: (text: string) => void): Promise<Figure[]> => {
  const done: Round[] = [];
  for (let n = 1; n <= rounds; n += 1) {
    const { hubRssMb, ...ours } = await pushAndPull({ hub: 'liubu-hub.ts', device: 'liubu-device.ts', hubArgs: [postgres] });
    const floor = await pushAndPull({ hub: 'floor-hub.ts', device: 'floor-device.ts' });
    const peer = await pushAndPull({ hub: 'pouch-hub.ts', device: 'pouch-device.ts' });
    done.push({ ours, floor, peer, hubRssMb });
    say(`sync lanes: round ${n} of ${rounds}\n`);
  }
  return [laneFigure('push', done, 2), laneFigure('pull', done, 4), rssFigure(done.map(({ hubRssMb }) => hubRssMb))];
};

const rssFigure = (values: readonly number[]): Figure => {
  const note = 'most memory of a hub node that took in 10,000 logs and gave them out again';
  const figure: Figure = { bench: 'hub-rss', value: round(median(values)), unit: 'MB', floor: null, ratio: null, runs: rounds, note };
  return bounded(figure, { of: 'value', most: mostHubMb });
};

/** Ratios are those within a round, of which the median counts. */
const laneFigure = (way: Way, done: readonly Round[], leastPeerRatio: number): Figure => {
  const of = (work: (round: Round) => number): number => round(median(done.map(work)));
  const indexed = way === 'pull' ? `; the search index was complete after ${of(({ ours }) => ours.pull.indexedMs ?? 0)} ms` : '';
  const figure: Figure = {
    bench: `sync-${way}-10k`,
    value: of(({ ours }) => perSecond(ours[way])),
    unit: 'docs/s',
    floor: of(({ floor }) => perSecond(floor[way])),
    ratio: of(({ ours, floor }) => perSecond(ours[way]) / perSecond(floor[way])),
    peer: of(({ peer }) => perSecond(peer[way])),
    peerRatio: of(({ ours, peer }) => perSecond(ours[way]) / perSecond(peer[way])),
    bytes: of(({ ours }) => ours[way].bytes),
    runs: rounds,
    note: `peer ${of(({ peer }) => peer[way].bytes)} bytes${indexed}; ${settings}`,
  };
  return bounded(figure, { of: 'peerRatio', least: leastPeerRatio }, { of: 'ratio', least: leastFloorRatio });
};

/** Encryption, the hash chain and the tables cost something; a lane that fell below this would have lost its batches. */
const leastFloorRatio = 0.08;
