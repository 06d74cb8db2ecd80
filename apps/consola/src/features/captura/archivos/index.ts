export { default as ArchivosPage } from './ArchivosPage.vue'
