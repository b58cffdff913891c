export {
  type Inquiry,
  type InquiryStanding,
  inquiriesFor,
  isSearch,
  resultWords,
  type Whose,
} from '../../../shared/domain/vetting/inquiries.ts';
