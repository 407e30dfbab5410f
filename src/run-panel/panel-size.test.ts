import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { panelHeight } = await import('./panel-size.ts');

describe('the height of the panel', () => {
  it('is what the rows need, up to a share of the window', () => {
    expect(panelHeight(null, 852, 36, 1).now).toBe(panelHeight(null, 852, 36, 5).now);
    expect(panelHeight(null, 852, 36, 92).now).toBe(584);
    expect(panelHeight(null, 852, 36, 7).now).toBeLessThan(584);
  });

  it.each([
    [36, 672],
    [44, 672],
    [36, 852],
  ])('has room for three problems and five rows of %s px in %s px', (line, room) => {
    const { least, now } = panelHeight(null, room, line, 3);
    expect(now - least).toBe(60);
  });

  it('leaves the page in sight, and never less than five rows, whatever a person chose', () => {
    expect(panelHeight(5_000, 852, 36, 9)).toMatchObject({ now: 740, most: 740 });
    expect(panelHeight(-1, 852, 36, 9).now).toBe(panelHeight(-1, 852, 36, 9).least);
    expect(panelHeight(10, 300, 44, 9).now).toBe(panelHeight(10, 900, 44, 9).least);
  });
});
