import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: process.env.BUILD_FOLDER ?? 'dist',
    target: 'es2023',
    modulePreload: { polyfill: false },
    // What a bundle holds is nobody's secret, but maps with sources belong to whoever builds it.
    sourcemap: false,
    reportCompressedSize: false,
    rollupOptions: { input: { main: 'index.html', redirect: 'redirect.html' } },
  },
  test: {
    include: ['{src,simulator,scripts,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
    environment: 'node',
  },
});
