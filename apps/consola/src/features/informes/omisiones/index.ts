export { default as OmisionesPage } from './OmisionesPage.vue'
