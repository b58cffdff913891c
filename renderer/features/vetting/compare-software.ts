export { type ComparedProduct, compareProducts } from '../../../shared/domain/vetting/compare-products.ts';
