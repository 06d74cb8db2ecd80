import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The examples of the kit on one page, for eyes (`npm run gallery`) and for axe. Never published. */
export default defineConfig({
  root: 'gallery',
  // The visor's development server may run beside it.
  cacheDir: '../node_modules/.vite-gallery',
  plugins: [vue()],
  build: { outDir: '../dist/gallery', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
})
