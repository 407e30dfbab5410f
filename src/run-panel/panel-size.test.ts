import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { panelHeight, resultsHeight } = await import('./panel-size.ts');

describe('the height of the panel', () => {
  it('leaves six rows of the list in sight, and is a share of a high window', () => {
    const { limit } = panelHeight(null, 852, 36, 92);
    expect(852 - limit - 184).toBeGreaterThanOrEqual(6 * 36);
    // The head and the counts, the titles of the columns, and eight rows.
    expect(limit).toBeGreaterThanOrEqual(104 + 32 + 8 * 36);
    expect(panelHeight(null, 1_392, 36, 92).limit).toBe(835);
  });

  it.each([
    [36, 672],
    [44, 672],
    [44, 852],
  ])('has room for three problems and five rows of %s px in %s px', (line, room) => {
    const { least, limit } = panelHeight(null, room, line, 9);
    expect(limit - least).toBe(60);
  });

  it('leaves the page in sight, and never less than five rows, whatever a person chose', () => {
    expect(panelHeight(5_000, 852, 36, 9)).toMatchObject({ limit: 740, most: 740 });
    expect(panelHeight(500, 852, 36, 9).limit).toBe(500);
    expect(panelHeight(-1, 852, 36, 9).limit).toBe(panelHeight(-1, 852, 36, 9).least);
    expect(panelHeight(10, 300, 44, 9).limit).toBe(panelHeight(10, 900, 44, 9).least);
  });

  it('needs no more than the rows there are', () => {
    expect(panelHeight(-1, 852, 36, 2).limit).toBe(panelHeight(-1, 852, 36, 5).limit - 3 * 36);
    expect(resultsHeight(2, 36)).toEqual({ least: 120, whole: 120 });
    expect(resultsHeight(20, 36)).toEqual({ least: 228, whole: 768 });
    expect(resultsHeight(20, 36, true)).toEqual({ least: 261, whole: 801 });
  });
});
