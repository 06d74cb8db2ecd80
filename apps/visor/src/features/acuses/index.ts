export { default as FolioForm } from './FolioForm.vue'
