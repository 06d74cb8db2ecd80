export { default as AcusePdf } from './AcusePdf.vue'
export { default as FormatoPdf } from './FormatoPdf.vue'
