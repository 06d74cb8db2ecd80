export { default as CrucesPage } from './CrucesPage.vue'
