import type { DriverUpdate } from './driver-update.ts';

/** A page outside of Actiondesk. */
export interface OutsideLink {
  readonly label: string;
  readonly url: string;
}

/** The search of the Microsoft Update Catalog for a driver by its name and version. */
export function catalogLink({ name, version }: Pick<DriverUpdate, 'name' | 'version'>): OutsideLink {
  const words = name.includes(version) ? name : `${name} ${version}`;
  const url = new URL('https://www.catalog.update.microsoft.com/Search.aspx');
  url.searchParams.set('q', words.trim());
  return { label: 'Microsoft Update Catalog', url: url.href };
}

/** Makers by how their names begin, with the pages where their drivers and release notes are. */
const makers: readonly (readonly [pattern: RegExp, maker: string, url: string])[] = [
  [/^dell\b/i, 'Dell', 'https://www.dell.com/support/home'],
  [/^(hp|hewlett[- ]packard)\b/i, 'HP', 'https://support.hp.com/drivers'],
  [/^lenovo\b/i, 'Lenovo', 'https://support.lenovo.com/'],
  [/^intel\b/i, 'Intel', 'https://www.intel.com/content/www/us/en/download-center/home.html'],
  [/^(amd|advanced micro devices)\b/i, 'AMD', 'https://www.amd.com/en/support/download/drivers.html'],
  [/^nvidia\b/i, 'NVIDIA', 'https://www.nvidia.com/en-us/drivers/'],
  [/^microsoft\b/i, 'Microsoft Surface', 'https://support.microsoft.com/surface'],
  [/^realtek\b/i, 'Realtek', 'https://www.realtek.com/Download/List'],
  [/^qualcomm\b/i, 'Qualcomm', 'https://www.qualcomm.com/support'],
  [/^(logitech|logi)\b/i, 'Logitech', 'https://support.logi.com/'],
  [
    /^(displaylink|synaptics)\b/i,
    'Synaptics',
    'https://www.synaptics.com/products/displaylink-graphics/downloads',
  ],
  [/^zebra\b/i, 'Zebra', 'https://www.zebra.com/us/en/support-downloads.html'],
  [/^(asus|asustek)\b/i, 'ASUS', 'https://www.asus.com/support/'],
  [/^acer\b/i, 'Acer', 'https://www.acer.com/support'],
  [/^fujitsu\b/i, 'Fujitsu', 'https://support.ts.fujitsu.com/'],
  [/^panasonic\b/i, 'Panasonic', 'https://global-pc-support.connect.panasonic.com/'],
  [/^canon\b/i, 'Canon', 'https://www.usa.canon.com/support'],
  [/^(epson|seiko epson)\b/i, 'Epson', 'https://epson.com/Support/sl/s'],
  [/^brother\b/i, 'Brother', 'https://support.brother.com/'],
  [/^samsung\b/i, 'Samsung', 'https://www.samsung.com/support/'],
];

/** The support page of a driver's maker; undefined for a maker that isn't in the table. */
export function makerLink(manufacturer: string): OutsideLink | undefined {
  const found = makers.find(([pattern]) => pattern.test(manufacturer.trim()));
  return found && { label: `${found[1]} support`, url: found[2] };
}
