export { default as RelojPage } from './RelojPage.vue'
