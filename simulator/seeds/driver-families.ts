/** The hardware that a driver belongs to; `common` ones fit every model. */
export type Model = 'common' | 'dell' | 'hp' | 'lenovo' | 'surface' | 'kiosk';

/** One product of one manufacturer, of which several versions are out. */
export interface DriverFamily {
  readonly manufacturer: string | null;
  readonly driverClass: string | null;
  /** `{version}` in a name is replaced by each version; without it every version has the same name, as many have. */
  readonly name: string;
  /** The first version; later ones count up from it. Null where the publisher gives none. */
  readonly version: string | null;
  readonly model: Model;
}

const family = (
  model: Model,
  manufacturer: string | null,
  driverClass: string | null,
  name: string,
  version: string | null,
): DriverFamily => ({ manufacturer, driverClass, name, version, model });

/** Named as Windows Update names them, manufacturer - class - product or version; the products are made up. */
export const driverFamilies: readonly DriverFamily[] = [
  family(
    'common',
    'Intel Corporation',
    'Display',
    'Intel Corporation - Display - {version}',
    '31.0.101.4091',
  ),
  family(
    'common',
    'Intel Corporation',
    'Bluetooth',
    'Intel Corporation - Bluetooth - {version}',
    '23.20.0.3',
  ),
  family('common', 'Intel Corporation', 'Networking', 'Intel - net - Wi-Fi 6E AX211 160MHz', '23.10.0.8'),
  family(
    'common',
    'Intel Corporation',
    'Networking',
    'Intel - net - Ethernet Connection (17) I219-LM',
    '12.19.2.45',
  ),
  family('common', 'INTEL', 'System', 'INTEL - System - Management Engine Interface', '2413.5.67.0'),
  family('common', 'INTEL', 'System', 'INTEL - System - Serial IO I2C Host Controller', '30.100.2318.58'),
  family(
    'common',
    'Intel',
    'SoftwareComponent',
    'Intel - SoftwareComponent - Dynamic Tuning Technology',
    '9.0.11404.39881',
  ),
  family(
    'common',
    'Intel Corporation',
    'SoftwareComponent',
    'Intel - SoftwareComponent - Graphics Command Center',
    '1.100.5185.0',
  ),
  family(
    'common',
    'Intel Corporation',
    'Sound',
    'Intel - MEDIA - Smart Sound Technology for USB Audio',
    '10.29.0.9677',
  ),
  family(
    'common',
    'Intel Corporation',
    'System',
    'Intel - System - Innovation Platform Framework',
    '2.2.10202.2',
  ),
  family(
    'common',
    'Realtek Semiconductor Corp.',
    'Sound',
    'Realtek Semiconductor Corp. - MEDIA - {version}',
    '6.0.9235.1',
  ),
  family('common', 'Realtek', 'Networking', 'Realtek - Net - USB GbE Family Controller', '11.10.720.2022'),
  family('common', 'Realtek', 'Camera', 'Realtek - Camera - Integrated Webcam', '10.0.22000.20312'),
  family('common', 'Realtek', 'OtherHardware', 'Realtek - Extension - Audio Effects', '13.195.1013.12'),
  family('common', 'NVIDIA', 'Video', 'NVIDIA - Display - {version}', '31.0.15.3667'),
  family(
    'common',
    'NVIDIA Corporation',
    'SoftwareComponent',
    'NVIDIA - SoftwareComponent - Control Panel',
    '8.1.964.0',
  ),
  family(
    'common',
    'Advanced Micro Devices, Inc.',
    'Video',
    'Advanced Micro Devices, Inc. - Display - {version}',
    '31.0.21905.1001',
  ),
  family(
    'common',
    'Advanced Micro Devices, Inc.',
    'System',
    'AMD - System - Platform Security Processor',
    '5.22.0.0',
  ),
  family(
    'common',
    'MediaTek, Inc.',
    'Networking',
    'MediaTek, Inc. - Net - Wi-Fi 6 MT7921 Wireless LAN Card',
    '3.3.0.688',
  ),
  family(
    'common',
    'Qualcomm Communications Inc.',
    'Networking',
    'Qualcomm - Net - FastConnect 6900',
    '2.0.0.1238',
  ),
  family(
    'common',
    'Logitech',
    'OtherHardware',
    'Logitech - Streaming Media and Broadcast - Logitech USB Camera (Pro 9000)',
    '11.0.6000.273',
  ),
  family('common', 'Logitech', 'HIDClass', 'Logitech - HIDClass - Unifying Receiver', '1.10.80.0'),
  family(
    'common',
    'Synaptics Incorporated',
    'Biometric',
    'Synaptics - Biometric - WBDI Fingerprint Reader',
    '6.0.60.1136',
  ),
  family('common', 'Goodix', 'Biometric', 'Goodix - Biometric - Fingerprint SPI Device', '3.12804.0.240'),
  family('common', 'ELAN', 'HIDClass', 'ELAN - HIDClass - Precision Touchpad', '26.24.9.5'),
  family('common', 'Brother', 'Printers', 'Brother - Printers - HL-L6400DW series', '1.2.0.0'),
  family('common', null, 'Other', 'Generic - Other - Card reader', '10.0.19041.21342'),
  family('common', 'DisplayLink Corp.', null, 'DisplayLink Corp. - USB Display Adapter', '11.3.4022.0'),
  family('common', 'Contoso Ltd.', 'Monitor', 'Contoso Ltd. - Monitor - 27 inch hub monitor', null),
  family('dell', 'Dell Inc.', 'Firmware', 'Dell Inc. - Firmware - {version}', '1.18.1'),
  family('dell', 'Dell Inc.', 'Firmware', 'Dell Inc. - Firmware - Latitude 5440 System BIOS', '1.9.0'),
  family('dell', 'Dell Inc.', 'Firmware', 'Dell Inc. - Firmware - WD22TB4 dock', '1.0.18'),
  family(
    'dell',
    'Dell',
    'SoftwareComponent',
    'Dell - SoftwareComponent - Command | Power Manager',
    '2.1.0.0',
  ),
  family('dell', 'Dell', 'System', 'Dell - System - Trusted Device', '5.5.145.0'),
  family('dell', 'Dell', 'Monitor', 'Dell - Monitor - U2724D', '1.0.0.0'),
  family('dell', 'Dell', 'Printers', 'Dell - Printers - S2830dn', '1.4.0.0'),
  family('hp', 'HP Inc.', 'Firmware', 'HP Inc. - Firmware - {version}', '0.1.14.0'),
  family('hp', 'HP Inc.', 'Firmware', 'HP Inc. - Firmware - EliteBook 840 G10 System BIOS', '1.3.2.0'),
  family('hp', 'HP Inc.', 'SoftwareComponent', 'HP Inc. - SoftwareComponent - Hotkey Support', '8.10.14.1'),
  family(
    'hp',
    'HP Inc.',
    'SoftwareComponent',
    'HP Inc. - SoftwareComponent - Application Driver',
    '1.62.2931.0',
  ),
  family('hp', 'HP', 'System', 'HP - System - Mobile Data Protection Sensor', '7.6.0.1'),
  family('hp', 'HP', 'Printers', 'HP - Printers - LaserJet Enterprise M507', '61.315.1.25959'),
  family('lenovo', 'Lenovo Ltd.', 'Firmware', 'Lenovo Ltd. - Firmware - {version}', '1.0.0.41'),
  family('lenovo', 'Lenovo', 'Firmware', 'Lenovo - Firmware - ThinkPad T14 Gen 4 System BIOS', '1.14.0'),
  family('lenovo', 'Lenovo', 'System', 'Lenovo - System - Power Management', '2.0.5.4'),
  family('lenovo', 'Lenovo', 'SoftwareComponent', 'Lenovo - SoftwareComponent - Hotkey Features', '1.4.3.7'),
  family('lenovo', 'Lenovo', 'Monitor', 'Lenovo - Monitor - ThinkVision T27h', '6.13.0.0'),
  family('surface', 'Microsoft Corporation', 'Firmware', 'Surface - Firmware - {version}', '14.203.139.0'),
  family('surface', 'Microsoft Corporation', 'System', 'Surface - System - Serial Hub', '9.182.139.0'),
  family(
    'surface',
    'Microsoft Corporation',
    'System Manifest',
    'Surface - System Manifest - Surface Pro 9',
    '1.0.9.0',
  ),
  family('surface', 'Microsoft Corporation', 'Camera', 'Surface - Camera - Rear Sensor', '61.22000.11.0'),
  family('surface', 'Microsoft Corporation', 'HIDClass', 'Surface - HIDClass - Pen Settings', '3.211.139.0'),
  family('kiosk', 'Zebra Technologies', 'Printers', 'Zebra Technologies - Printers - ZD421', '5.1.17.7484'),
  family(
    'kiosk',
    'Elo Touch Solutions',
    'HIDClass',
    'Elo Touch Solutions - HIDClass - Touch Controller',
    '7.0.1.8',
  ),
  family('kiosk', 'Honeywell', null, 'Honeywell - Barcode Scanner', '4.02.0'),
  family('kiosk', 'Epson', 'Printers', 'Epson - Printers - TM-T88VI Receipt', null),
];
