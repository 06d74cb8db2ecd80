export { default as AdvertenciasPage } from './AdvertenciasPage.vue'
