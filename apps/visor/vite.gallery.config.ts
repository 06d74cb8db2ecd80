import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The examples of the kit on one page, for eyes and for axe: `vite build --config vite.gallery.config.ts`. Never published. */
export default defineConfig({
  root: 'gallery',
  plugins: [vue()],
  build: { outDir: '../dist/gallery', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
})
