import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardWire, type Wire } from '../../../electron/core/rpc-wire.ts';

const harness = () => {
  let deliver: (message: string | Uint8Array) => void = () => undefined;
  const wire: Wire = { send: () => undefined, onMessage: (listener) => (deliver = listener), onClose: () => undefined };
  const passed: unknown[] = [];
  const logged: string[] = [];
  guardWire(wire, (code) => logged.push(code)).addEventListener('message', ({ data }) => passed.push(data));
  return { deliver: (message: string | Uint8Array) => deliver(message), passed, logged };
};

const bytes = (head: string, tail: number[]): Uint8Array => new Uint8Array([...new TextEncoder().encode(head), 0xff, ...tail]);

describe('the guard in front of the RPC decoder', () => {
  it('lets requests, requests with files, event answers and aborts pass', () => {
    const { deliver, passed } = harness();
    deliver(JSON.stringify({ i: '1', p: { u: '/vault/status', b: {} } }));
    deliver(bytes(JSON.stringify({ i: '2', p: { u: '/attachments/add', h: { 'content-type': 'image/png' } } }), [0xff, 1]));
    deliver(JSON.stringify({ i: '1', t: 3, p: { e: 'done' } }));
    deliver(JSON.stringify({ i: '1', t: 4 }));
    expect(passed).toHaveLength(4);
  });

  it('drops everything else and logs a code without the bytes', () => {
    const { deliver, passed, logged } = harness();
    const strange = [
      '',
      'null',
      '[]',
      '{}',
      '{"i":1}',
      '{"i":{},"p":{"u":"/a"}}',
      '{"i":"1","p":{"u":"http://x/"}}',
      '{"i":"1","p":null}',
      '{"i":"1","t":2,"p":{}}',
    ];
    for (const message of strange) deliver(message);
    deliver(new Uint8Array([0xff, 0xff]));
    expect(passed).toEqual([]);
    expect(new Set(logged)).toEqual(new Set(['rpc.malformed']));
    expect(logged).toHaveLength(strange.length + 1);
  });

  it('never throws on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (raw, text) => {
        const { deliver } = harness();
        deliver(raw);
        deliver(text);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
