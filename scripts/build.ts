import { build } from 'vite';

await build({ logLevel: process.argv.includes('--quiet') ? 'warn' : 'info' });
