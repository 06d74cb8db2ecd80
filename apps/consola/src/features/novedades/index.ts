export { default as NovedadesPage } from './NovedadesPage.vue'
