/** One version of a family, and how it stands in each profile. */
export interface RingsVersion {
  readonly version: string | null;
  /** Days since its release. */
  readonly released: number;
  /**
   * One word for each of `ringsColumns`. `.`: not listed. `r`: needs review. `d`: declined. `a-14`: approved, available
   * since 14 days; `a+7`: in 7 days. `p-20`: paused, was to be available 20 days ago. `n`: the next sync finds it;
   * `n+1`: Intune finds it by itself in a day.
   */
  readonly cells: string;
  /** Microsoft does not recommend it, and never did. */
  readonly other?: boolean;
  readonly script?: 'failsOnApprove' | 'vanishes';
}

export interface RingsFamily {
  /** `{version}` is replaced by each version; without it every version has the same name. */
  readonly name: string;
  readonly manufacturer: string | null;
  readonly driverClass: string | null;
  /** The part of a profile's devices that it applies to. */
  readonly share: number;
  /** The latest release first, whatever the version numbers say. */
  readonly versions: readonly RingsVersion[];
}

const version = (
  version: string | null,
  released: number,
  cells: string,
  more: Pick<RingsVersion, 'other' | 'script'> = {},
): RingsVersion => ({ version, released, cells, ...more });

const family = (
  manufacturer: string | null,
  driverClass: string | null,
  name: string,
  share: number,
  ...versions: readonly RingsVersion[]
): RingsFamily => ({ manufacturer, driverClass, name, share, versions });

const other = { other: true } as const;

/* biome-ignore format: a table whose columns are the profiles; wrapped, no cell stands under its name */
/** The columns: Pilot, Early, Broad, Finance, Engineering, Executives, Docks, Kiosks, Surface, Meeting, Branch, Lab. */
export const ringsFamilies: readonly RingsFamily[] = [
  // Waiting in every ring, its predecessor declined in some and forgotten in others.
  family('Dell Inc.', 'Firmware', 'Dell Inc. - Firmware - Latitude 5450 System BIOS', 0.09,
    version('1.15.0', 0,   'n+3  n+3   .     .     .     .     .    .    .    .    .    .  '),
    version('1.14.1', 19,  'r    r     r     r     r     r     .    .    .    .    r    .  '),
    version('1.13.0', 55,  'd    d     r     r     d     d     .    .    .    .    r    .  '),
    version('1.12.0', 104, 'a-97 a-83  a-69  a-69  a-69  a-62  .    .    .    .    a-60 .  '),
    version('1.11.0', 139, 'a-130 a-118 a-104 a-104 a-104 a-97 .    .    .    .    a-97 .  ')),
  // Approved in the pilot, waiting behind it: no conflict.
  family('Intel', 'Networking', 'Intel - net - Wi-Fi 7 BE200 320MHz', 0.2,
    version('23.110.0.5', 26, 'a-14 r     r     r     r     r     .    .    .    .    r    n+1'),
    version('23.100.0.4', 81, 'a-74 a-67  a-60  a-60  a-60  a-53  .    .    .    .    a-50 .  ')),
  // Paused in the pilot, approved behind it; what a pause offers instead is the version before.
  family('Realtek Semiconductor Corp.', 'Sound', 'Realtek Semiconductor Corp. - MEDIA - {version}', 0.63,
    version('6.0.9772.1', 41, 'p-35 a-21  a-14  a-14  a-7   r     .    a-34 .    a-20 r    .  '),
    version('6.0.9750.1', 96, 'a-90 a-83  a-76  a-76  a-76  a-69  .    a-88 .    a-81 a-60 .  '),
    version('6.0.9728.1', 160, 'a-150 p-143 a-136 a-136 a-136 a-129 .  a-152 .   a-145 a-120 . ')),
  // On its way: each ring later than the one before it. The branch that looks older was released later.
  family('NVIDIA', 'Video', 'NVIDIA - Display - {version}', 0.055,
    version('31.0.15.5292', 6,  'r    .     .     .     r     .     .    .    .    .    .    .  ', other),
    version('32.0.15.8195', 13, 'a-10 a-3   a+7   .     r     .     .    .    .    .    .    .  '),
    version('32.0.15.7688', 74, 'a-70 a-63  a-56  .     a-49  .     .    .    .    .    .    .  ')),
  family('Intel', 'Networking', 'Intel - net - Ethernet Connection (17) I219-LM', 0.14,
    version('12.19.2.60', 31, 'a-21 r     r     r     r     r     .    .    .    .    r    .  ')),
  family('ELAN', 'HIDClass', 'ELAN - HIDClass - Precision Touchpad', 0.15,
    version('26.24.19.2', 10, 'a-7  a-3   a-1   a-1   r     .     .    a+1  .    .    .    .  ')),
  // Available in the broad ring before the pilot has it, and early adopters still to review: a conflict.
  family('HP Inc.', 'Firmware', 'HP Inc. - Firmware - EliteBook 840 G11 System BIOS', 0.17,
    version('1.4.2.0', 18,   'a+2  r     a-6   r     r     .     .    .    .    .    .    .  '),
    version('1.3.9.0', 95,   'a-90 a-80  a-70  a-70  a-70  .     .    .    .    .    .    .  '),
    version('1.10.3.0', 162, 'a-150 a-140 a-130 a-130 a-130 .    .    .    .    .    .    .  ')),
  family('Intel Corporation', 'Video', 'Intel Corporation - Display - {version}', 0.5,
    version('32.0.101.6450', 0,  'n+1  n+1   n+1   n+1   n+1   n+1   .    n+1  .    .    .    n+1'),
    version('32.0.101.6314', 32, 'a-28 a-14  a+1   a+1   a+3   r     .    a+7  .    .    r    .  '),
    version('32.0.101.6129', 90, 'a-83 a-76  a-69  a-69  a-69  a-62  .    a-75 .    .    a-60 .  '),
    version('31.0.101.5590', 170, 'a-160 a-150 a-140 a-140 a-140 a-130 . a-155 .    .    a-130 . ')),
  // One name, three drivers: told apart by manufacturer and class.
  family('Realtek', 'Networking', 'Realtek - Net - USB GbE Family Controller', 0.16,
    version('10.75.20.1121', 41, 'a-35 a-21  r     r     r     r     r    .    .    .    r    .  '),
    version('10.72.14.801', 120, 'a-110 a-100 a-90 a-90  a-90  a-83  a-90 .    .    .    a-80 .  ')),
  family('Lenovo', 'Networking', 'Realtek - Net - USB GbE Family Controller', 0.03,
    version('10.75.20.1121', 38, '.    .     r     .     r     .     a-30 .    .    .    .    .  ')),
  family('Realtek', 'SoftwareComponent', 'Realtek - Net - USB GbE Family Controller', 0.02,
    version('1.0.14.0', 44, 'a-40 .     .     .     r     .     .    .    .    .    .    .  ', other)),
  family('Advanced Micro Devices, Inc.', 'System', 'AMD - System - Platform Security Processor', 0.1,
    version('5.22.10.217', 40, 'a-28 r     r     r     r     .     .    .    .    .    r    .  ')),
  // The publisher began to count anew: the highest number is the oldest.
  family('Lenovo Ltd.', 'Firmware', 'Lenovo Ltd. - Firmware - ThinkPad X1 Carbon Gen 12', 0.04,
    version('0.1.24.0', 19,  'a-7  r     r     r     .     r     .    .    .    .    .    .  '),
    version('0.1.22.0', 75,  'a-70 a-63  a-56  a-56  .     a-49  .    .    .    .    .    .  '),
    version('1.0.0.57', 200, 'a-190 a-180 a-170 a-170 .    a-160 .    .    .    .    .    .  ')),
  // Declined in the pilot, approved behind it: a conflict.
  family('Synaptics Incorporated', 'Biometric', 'Synaptics - Biometric - WBDI Fingerprint Reader', 0.02,
    version('6.0.78.1113', 17, 'd    a-6   r     r     .     .     .    .    .    .    .    .  ')),
  family('HP', 'Printers', 'HP - Printers - LaserJet Enterprise M507', 0.16,
    version('61.315.11.26176', 37, 'a-28 a-21  a-7   r     r     .     .    r    .    .    .    .  ', other)),
  // Different in two profiles that share a group: approved for the workstations, paused with the docks.
  family('Dell Inc.', 'Firmware', 'Dell Inc. - Firmware - WD22TB4 dock', 0.07,
    version('01.00.36', 12, 'r    r     r     r     r     r     r    .    .    .    r    .  '),
    version('01.00.21', 130, 'a-120 a-110 a-100 a-100 a-100 a-90 p-100 .   .    .    a-90 .  ')),
  family('Goodix', 'Biometric', 'Goodix - Biometric - Fingerprint SPI Device', 0.16,
    version('3.4.228.210', 36, 'a-28 a-14  r     r     r     .     .    .    .    .    .    .  ')),
  family('Qualcomm Communications Inc.', 'Networking', 'Qualcomm - Net - FastConnect 7800', 0.03,
    version('3.1.0.1262', 5,  'r    r     r     .     r     r     .    .    r    .    .    .  ', other)),
  family('Logitech', 'Camera', 'Logitech - Camera - Rally Bar Mini', 0.3,
    version('1.9.132.0', 16, 'a-10 a-8   r     .     .     r     .    .    .    r    .    .  ', other)),
  family('Intel', 'System', 'Intel - System - Serial IO I2C Host Controller', 0.4,
    version('30.100.2417.30', 30, 'a-21 r     r     r     r     r     .    .    .    .    r    .  '),
    version('30.100.2405.44', 33, 'a-25 a-20  r     .     r     .     .    .    .    .    .    .  ')),
  // Approved ahead of the pilot in a profile that is no ring: no conflict, since no group is shared.
  family('Intel', 'SoftwareComponent', 'Intel - SoftwareComponent - Dynamic Tuning Technology', 0.3,
    version('9.0.11905.54643', 22, 'r    r     r     a-4   r     .     .    .    .    .    .    .  ')),
  family('Microsoft Corporation', 'Firmware', 'Surface - Firmware - {version}', 0.8,
    version('25.108.143.0', 9, '.    .     .     .     .     a-2   .    .    a-9  .    .    .  '),
    version('25.101.143.0', 68, '.   .     .     .     .     a-60  .    .    a-68 .    .    .  ')),
  family('Microsoft Corporation', 'System', 'Surface - System - Serial Hub', 0.8,
    version('9.207.139.0', 58, '.    .     .     .     .     a-50  .    .    a-58 .    .    .  ')),
  family('Zebra Technologies', 'Printers', 'Zebra Technologies - Printers - ZD421', 0.7,
    version('5.1.18.0', 0,   '.    .     .     .     .     .     .    n+1  .    .    .    .  '),
    version('5.1.17.7484', 45, '.  .     .     .     .     .     .    a-38 .    .    .    .  ')),
  family('Elo Touch Solutions', 'HIDClass', 'Elo Touch Solutions - HIDClass - Touch Controller', 0.9,
    version('7.0.2.3', 24,   '.    .     .     .     .     .     .    r    .    .    .    .  ', other)),
  family('Logitech', 'HIDClass', 'Logitech - HIDClass - Unifying Receiver', 0.35,
    version('1.10.84.0', 2,  'n    n     .     .     .     .     .    .    .    .    .    .  ', other),
    version('1.10.80.0', 210, 'a-200 a-190 a-180 a-180 a-180 a-170 . a-190 .   a-180 a-170 .  ', other)),
  // Facts that publishers leave out.
  family('Contoso Ltd.', 'Monitor', 'Contoso Ltd. - Monitor - 27 inch hub monitor', 0.12,
    version(null, 66, 'a-60 a-50  a-40  a-40  r     .     r    .    .    .    .    .  ', other)),
  family(null, 'Other', 'Generic - Other - Card reader', 0.08,
    version('10.0.19041.21342', 250, 'a-240 a-230 a-220 a-220 a-220 . .    .    .    .    .    .  ')),
  family('DisplayLink Corp.', null, 'DisplayLink Corp. - USB Display Adapter', 0.06,
    version('11.5.5963.0', 48, 'r    r     r     .     r     .     a-40 .    .    .    .    .  ', other)),
  // Old ones, approved long ago, that leave nothing to decide.
  family('INTEL', 'System', 'INTEL - System - Management Engine Interface', 0.6,
    version('2413.5.67.0', 220, 'a-210 a-200 a-190 a-190 a-190 a-183 . a-205 .  .    a-180 .  ')),
  family('Intel Corporation', 'Bluetooth', 'Intel Corporation - Bluetooth - {version}', 0.55,
    version('23.60.5.10', 82, 'a-75 a-68  a-61  a-61  a-61  a-54  .    .    .    .    a-50 .  ')),
  family('Synaptics Incorporated', 'HIDClass', 'Synaptics - HIDClass - TouchPad', 0.11,
    version('19.5.35.98', 190, 'a-180 a-173 a-166 a-166 a-166 .   .    .    .    .    .    .  ')),
  family('Brother', 'Printers', 'Brother - Printers - HL-L6400DW series', 0.05,
    version('1.9.0.0', 20,   'r    r     r     r     .     .     .    .    .    .    .    .  ', other),
    version('1.10.0.0', 300, 'a-290 a-280 a-270 a-270 .    .     .    .    .    .    .    .  ', other)),
  // Scripted, as in contoso.
  family('Contoso Ltd.', 'Firmware', 'Contoso Docking Station - withdrawn by publisher', 0.05,
    version('2.4.1.0', 9,    'r    .     .     .     .     .     r    .    .    .    .    .  ', { script: 'failsOnApprove' })),
  family('Contoso Ltd.', 'OtherHardware', 'Contoso Smart Card Reader - vanishes when acted upon', 0.05,
    version('2.4.1.0', 12,   'r    .     .     .     .     .     .    .    .    .    .    .  ', { script: 'vanishes' })),
];
