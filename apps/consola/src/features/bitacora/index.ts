export { default as BitacoraPage } from './BitacoraPage.vue'
