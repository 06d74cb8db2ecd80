export { default as ColaRevisionPage } from './ColaRevisionPage.vue'
