export { default as PaquetePage } from './PaquetePage.vue'
