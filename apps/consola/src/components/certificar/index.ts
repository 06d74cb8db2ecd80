export { default as CertificarForm } from './CertificarForm.vue'
