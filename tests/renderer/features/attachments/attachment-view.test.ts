import { describe, expect, it } from 'vitest';
import {
  fitScale,
  refusalKey,
  restingView,
  sizeProblem,
  sizeWords,
  takenAtOf,
  turned,
  zoomed,
} from '../../../../renderer/features/attachments/attachment-view.ts';
import { thumbnailSize } from '../../../../renderer/features/attachments/thumbnail.ts';
import en from '../../../../resources/locales/en-US/attachments.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/attachments.json' with { type: 'json' };
import { attachmentProblemCodes } from '../../../../shared/attachments/errors.ts';

describe('a file before it is sent', () => {
  it('is refused when empty or over 20 MB, and goes on its way otherwise', () => {
    expect(sizeProblem(0)?.code).toBe('attachment.empty');
    expect(sizeProblem(25 * 1024 * 1024)?.code).toBe('attachment.too-large');
    expect(sizeProblem(20 * 1024 * 1024)).toBeNull();
  });

  it('has words for every reason in both languages', () => {
    const missing = attachmentProblemCodes.filter((code) => {
      const name = refusalKey(code)?.split('.').at(-1) ?? '';
      return !(name in zh.refused) || !(name in en.refused);
    });
    expect(missing).toEqual([]);
  });

  it('was never taken later than now, because clocks of cameras run ahead', () => {
    const now = Date.parse('2026-11-23T00:00:00.000Z');
    expect(takenAtOf(now + 1, now)).toBe('2026-11-23T00:00:00.000Z');
    expect(takenAtOf(0, now)).toBe('2026-11-23T00:00:00.000Z');
    expect(takenAtOf(now - 1_000, now)).toBe('2026-11-22T23:59:59.000Z');
  });

  it('tells its size in the unit that fits', () => {
    expect([sizeWords(10), sizeWords(812 * 1024), sizeWords(3.4 * 1024 * 1024)]).toEqual(['1 KB', '812 KB', '3.4 MB']);
  });
});

describe('a small picture', () => {
  it('is at most 320 pixels on its longest side and keeps its shape', () => {
    expect(thumbnailSize({ width: 4_000, height: 3_000 })).toEqual({ width: 320, height: 240 });
    expect(thumbnailSize({ width: 100, height: 50 })).toEqual({ width: 100, height: 50 });
    expect(thumbnailSize({ width: 30_000, height: 10 })).toEqual({ width: 320, height: 1 });
  });
});

describe('the viewer', () => {
  it('fits a picture into its frame, lying down after a quarter turn', () => {
    const [picture, frame] = [
      { width: 2_000, height: 500 },
      { width: 1_000, height: 500 },
    ];
    expect(fitScale(picture, frame, 0)).toBe(0.5);
    expect(fitScale(picture, frame, 1)).toBe(0.25);
    expect(fitScale(picture, frame, -1)).toBe(0.25);
    expect(fitScale({ width: 10, height: 10 }, frame, 0)).toBe(1);
  });

  it('brings the picture back to the middle when zoomed out to the fit', () => {
    const moved = { ...zoomed(restingView, 2), x: 40, y: -10 };
    expect(zoomed(moved, -9)).toEqual(restingView);
    expect(zoomed(restingView, 99).zoom).toBe(12);
  });

  it('starts from the fit again after a turn', () => {
    expect(turned({ turns: 0, zoom: 4, x: 9, y: 9 }, 1)).toEqual({ ...restingView, turns: 1 });
  });
});
