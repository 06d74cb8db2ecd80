export { default as PublicacionPage } from './PublicacionPage.vue'
