export { default as BuscarDialog } from './BuscarDialog.vue'
