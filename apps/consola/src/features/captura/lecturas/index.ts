export { default as LecturasPage } from './LecturasPage.vue'
