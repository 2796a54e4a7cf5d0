(** The equations of start/probability, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** linearity-of-the-mean: 2a7bb0542c9d7db2 *)
Theorem linearity_of_the_mean
    (R : comUnitRingType)
    (n : nat)
    (a : R)
    (x : 'I_n -> R)
    (b : R)
    (y : 'I_n -> R)
    (p : 'I_n -> R) :
  (\sum_(i < n) (((a * (x i)) + (b * (y i))) * (p i))) = ((a * (\sum_(i_2 < n) ((x i_2) * (p i_2)))) + (b * (\sum_(i_3 < n) ((y i_3) * (p i_3))))) :> R.
Proof. prove. Qed.

(** variance-two-ways: 82dce626f5b9c683 *)
Theorem variance_two_ways
    (R : comUnitRingType)
    (n : nat)
    (p : 'I_n -> R)
    (mu : R)
    (x : 'I_n -> R)
    (sums_to_1 : \sum_(k_ < n) p k_ = 1)
    (mu_is : mu = (\sum_(i_2 < n) ((x i_2) * (p i_2)))) :
  (\sum_(i < n) ((((x i) + (- mu)) ^+ 2) * (p i))) = ((\sum_(i_3 < n) (((x i_3) ^+ 2) * (p i_3))) + (- (mu ^+ 2))) :> R.
Proof. prove. Qed.

(** variance-of-a-sum: 91cd78cd97f63453 *)
Theorem variance_of_a_sum
    (R : comUnitRingType)
    (n : nat)
    (p : 'I_n -> R)
    (a : R)
    (x : 'I_n -> R)
    (b : R)
    (y : 'I_n -> R)
    (u : R)
    (nu : R)
    (v : R)
    (mu : R)
    (c : R)
    (sums_to_1 : \sum_(k_ < n) p k_ = 1)
    (nu_is : nu = (\sum_(i_4 < n) ((y i_4) * (p i_4))))
    (u_is : u = (\sum_(i_3 < n) ((((y i_3) + (- nu)) ^+ 2) * (p i_3))))
    (mu_is : mu = (\sum_(i_6 < n) ((x i_6) * (p i_6))))
    (v_is : v = (\sum_(i_5 < n) ((((x i_5) + (- mu)) ^+ 2) * (p i_5))))
    (c_is : c = (\sum_(i_7 < n) (((x i_7) + (- mu)) * ((y i_7) + (- nu)) * (p i_7)))) :
  ((\sum_(i_2 < n) ((((a * (x i_2)) + (b * (y i_2))) ^+ 2) * (p i_2))) + (- ((\sum_(i < n) (((a * (x i)) + (b * (y i))) * (p i))) ^+ 2))) = ((u * (b ^+ 2)) + (v * (a ^+ 2)) + (2%:R * a * b * c)) :> R.
Proof. prove. Qed.

(** mean-of-independent-product: 00e4d452ca5dc40d *)
Theorem mean_of_independent_product
    (R : comUnitRingType)
    (k n : nat)
    (x : 'I_n -> R)
    (y : 'I_k -> R)
    (q : 'I_k -> R)
    (r : 'I_n -> R) :
  (\sum_(j < k) \sum_(i < n) ((x i) * (y j) * ((q j) * (r i)))) = ((\sum_(i_2 < n) ((x i_2) * (r i_2))) * (\sum_(j_2 < k) ((y j_2) * (q j_2)))) :> R.
Proof. prove. Qed.

(** mean-of-a-map: 826df8a04b539851 *)
Theorem mean_of_a_map
    (R : comUnitRingType)
    (n d k : nat)
    (p : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(k, d))
    (b : 'cV[R]_k)
    (sums_to_1 : \sum_(k_ < n) p k_ 0 = 1) :
  (((X *m A^T) + ((const_mx 1 : 'cV[R]_n) *m b^T))^T *m p) = ((A *m X^T *m p) + b).
Proof. prove. Qed.

(** covariance-of-a-map: fdeeaeca1d881b6a *)
Theorem covariance_of_a_map
    (R : comUnitRingType)
    (n k d : nat)
    (p : 'cV[R]_n)
    (Y_c : 'M[R]_(n, k))
    (Y : 'M[R]_(n, k))
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(k, d))
    (b : 'cV[R]_k)
    (Sigma : 'M[R]_d)
    (X_c : 'M[R]_(n, d))
    (sums_to_1 : \sum_(k_ < n) p k_ 0 = 1)
    (Y_is : Y = ((X *m A^T) + ((const_mx 1 : 'cV[R]_n) *m b^T)))
    (Y_c_is : Y_c = (Y + (- ((const_mx 1 : 'cV[R]_n) *m p^T *m Y))))
    (X_c_is : X_c = (X + (- ((const_mx 1 : 'cV[R]_n) *m p^T *m X))))
    (Sigma_is : Sigma = (X_c^T *m (diag p) *m X_c)) :
  (Y_c^T *m (diag p) *m Y_c) = (A *m Sigma *m A^T).
Proof. prove. Qed.

(** mean-of-conditional-means: 56ef9392690941d3 *)
Theorem mean_of_conditional_means
    (R : comUnitRingType)
    (k n : nat)
    (g : 'I_n -> R)
    (y : 'I_k -> R)
    (h : 'I_n -> R)
    (p : 'I_n -> 'I_k -> R)
    (unit : forall (i_2 : 'I_n), ((\sum_(j_3 < k) (p i_2 j_3)) : R) \is a GRing.unit) :
  (\sum_(j < k) \sum_(i < n) ((((g i) * (y j)) + (h i)) * (p i j))) = (\sum_(i_2 < n) ((((g i_2) * ((\sum_(j_2 < k) (p i_2 j_2))^-1 * (\sum_(j_4 < k) ((y j_4) * (p i_2 j_4))))) + (h i_2)) * (\sum_(j_5 < k) (p i_2 j_5)))) :> R.
Proof. prove. Qed.

(** total-expectation: 7e6868b68f060d91 *)
Theorem total_expectation
    (R : comUnitRingType)
    (k n : nat)
    (y : 'I_n -> 'I_k -> R)
    (q : 'I_k -> R)
    (r : 'I_n -> R) :
  (\sum_(j < k) \sum_(i < n) ((y i j) * (q j) * (r i))) = (\sum_(i_2 < n) ((\sum_(j_2 < k) ((y i_2 j_2) * (q j_2))) * (r i_2))) :> R.
Proof. prove. Qed.

(** best-prediction: c89fd9b1286c2786 *)
Theorem best_prediction
    (R : comUnitRingType)
    (k n : nat)
    (q : 'I_k -> R)
    (g : 'I_n -> R)
    (y : 'I_n -> 'I_k -> R)
    (r : 'I_n -> R)
    (sums_to_1 : \sum_(k_ < k) q k_ = 1) :
  (\sum_(j < k) \sum_(i < n) ((((y i j) + (- (g i))) ^+ 2) * (q j) * (r i))) = ((\sum_(i_2 < n) ((((\sum_(j_2 < k) ((y i_2 j_2) * (q j_2))) + (- (g i_2))) ^+ 2) * (r i_2))) + (\sum_(i_3 < n) ((\sum_(j_3 < k) ((((y i_3 j_3) + (- (\sum_(j_4 < k) ((y i_3 j_4) * (q j_4))))) ^+ 2) * (q j_3))) * (r i_3)))) :> R.
Proof. prove. Qed.

(** total-variance: 3b24e7bed7810866 *)
Theorem total_variance
    (R : comUnitRingType)
    (n k : nat)
    (r : 'I_n -> R)
    (q : 'I_k -> R)
    (mu : R)
    (y : 'I_n -> 'I_k -> R)
    (sums_to_1 : \sum_(k_ < n) r k_ = 1)
    (sums_to_1_2 : \sum_(k_ < k) q k_ = 1)
    (mu_is : mu = (\sum_(j < k) \sum_(i < n) ((y i j) * (q j) * (r i)))) :
  ((\sum_(j_2 < k) \sum_(i_2 < n) (((y i_2 j_2) ^+ 2) * (q j_2) * (r i_2))) + (- (mu ^+ 2))) = ((\sum_(i_3 < n) ((((\sum_(j_3 < k) ((y i_3 j_3) * (q j_3))) + (- mu)) ^+ 2) * (r i_3))) + (\sum_(i_4 < n) ((\sum_(j_4 < k) ((((y i_4 j_4) + (- (\sum_(j_5 < k) ((y i_4 j_5) * (q j_5))))) ^+ 2) * (q j_4))) * (r i_4)))) :> R.
Proof. prove. Qed.

(** conditional-normal-covariance: 698a59ee5f4b83f0 *)
Theorem conditional_normal_covariance
    (R : comUnitRingType)
    (k d : nat)
    (C : 'M[R]_(k, d))
    (K : 'M[R]_(k, d))
    (Sigma_x : 'M[R]_d)
    (Sigma_y : 'M[R]_k)
    (invertible : Sigma_x \in unitmx)
    (K_is : K = (C *m (invmx Sigma_x))) :
  ((K *m Sigma_x *m K^T) + Sigma_y + (- (C *m K^T)) + (- (K *m C^T))) = (Sigma_y + (- (C *m (invmx Sigma_x) *m C^T))).
Proof. prove. Qed.

(** inverse-of-a-block: f30adcfcf9ff80bd *)
Theorem inverse_of_a_block
    (R : comUnitRingType)
    (Lambda_11 : R)
    (Lambda_12 : R)
    (Lambda_22 : R)
    (invertible : (@rows R 2 2 [:: [:: Lambda_11; Lambda_12]; [:: Lambda_12; Lambda_22]]) \in unitmx)
    (unit : (((Lambda_11 * Lambda_22) + (- (Lambda_12 ^+ 2))) : R) \is a GRing.unit) :
  (invmx (@rows R 2 2 [:: [:: Lambda_11; Lambda_12]; [:: Lambda_12; Lambda_22]])) = (@rows R 2 2 [:: [:: (Lambda_22 * ((Lambda_11 * Lambda_22) + (- (Lambda_12 ^+ 2)))^-1); (- (Lambda_12 * ((Lambda_11 * Lambda_22) + (- (Lambda_12 ^+ 2)))^-1))]; [:: (- (Lambda_12 * ((Lambda_11 * Lambda_22) + (- (Lambda_12 ^+ 2)))^-1)); (Lambda_11 * ((Lambda_11 * Lambda_22) + (- (Lambda_12 ^+ 2)))^-1)]]).
Proof. prove. Qed.

Print Assumptions linearity_of_the_mean.
Print Assumptions variance_two_ways.
Print Assumptions variance_of_a_sum.
Print Assumptions mean_of_independent_product.
Print Assumptions mean_of_a_map.
Print Assumptions covariance_of_a_map.
Print Assumptions mean_of_conditional_means.
Print Assumptions total_expectation.
Print Assumptions best_prediction.
Print Assumptions total_variance.
Print Assumptions conditional_normal_covariance.
Print Assumptions inverse_of_a_block.
