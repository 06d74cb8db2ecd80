export { default as VariasPage } from './VariasPage.vue'
