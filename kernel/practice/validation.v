(** The equations of practice/validation, proved by Coq's kernel for every size.

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

(** left-out-coefficients: c729841bc52c4166 *)
Theorem left_out_coefficients
    (R : comUnitRingType)
    (d : nat)
    (x : 'cV[R]_d)
    (A : 'M[R]_d)
    (w : 'cV[R]_d)
    (b : 'cV[R]_d)
    (e : R)
    (y : R)
    (h : R)
    (invertible : A \in unitmx)
    (e_is : e = (y + (- (dot x ((invmx A) *m b)))))
    (h_is : h = (dot x ((invmx A) *m x)))
    (unit : ((1 + (- h)) : R) \is a GRing.unit)
    (w_is : w = (((invmx A) *m b) + ((- (e * (1 + (- h))^-1)) *: ((invmx A) *m x)))) :
  ((A + (- (x *m x^T))) *m w) = (((- y) *: x) + b).
Proof. prove. Qed.

(** left-out-error: 739f246aefd5a5f7 *)
Theorem left_out_error
    (R : comUnitRingType)
    (d : nat)
    (y : R)
    (x : 'cV[R]_d)
    (w : 'cV[R]_d)
    (A : 'M[R]_d)
    (b : 'cV[R]_d)
    (e : R)
    (h : R)
    (invertible : A \in unitmx)
    (e_is : e = (y + (- (dot x ((invmx A) *m b)))))
    (h_is : h = (dot x ((invmx A) *m x)))
    (unit : ((1 + (- h)) : R) \is a GRing.unit)
    (w_is : w = (((invmx A) *m b) + ((- (e * (1 + (- h))^-1)) *: ((invmx A) *m x)))) :
  (y + (- (dot x w))) = (e * (1 + (- h))^-1) :> R.
Proof. prove. Qed.

(** leverages-add-up: 678394a9a4b9d991 *)
Theorem leverages_add_up
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (invertible : (X^T *m X) \in unitmx) :
  (\tr (X *m (invmx (X^T *m X)) *m X^T)) = d%:R :> R.
Proof. prove. Qed.

(** k-fold-variance: 7020e764a173880c *)
Theorem k_fold_variance
    (R : comUnitRingType)
    (k : nat)
    (c : 'I_k -> 'I_k -> R)
    (sigma : R)
    (rho : R)
    (unit : (k%:R : R) \is a GRing.unit)
    (c_is : c = (fun (i_2 : 'I_k) (j_2 : 'I_k) => ((sigma ^+ 2) * (rho + ((1 + (- rho)) * (i_2 == j_2)%:R))))) :
  ((k%:R^-1 ^+ 2) * (\sum_(j < k) \sum_(i < k) (c i j))) = ((sigma ^+ 2) * k%:R^-1 * (1 + (rho * (k%:R + (- 1))))) :> R.
Proof. prove. Qed.

(** naive-fold-variance: a6041f893e7ccea5 *)
Theorem naive_fold_variance
    (R : comUnitRingType)
    (k : nat)
    (c : 'I_k -> 'I_k -> R)
    (sigma : R)
    (rho : R)
    (unit : (k%:R : R) \is a GRing.unit)
    (unit_2 : ((k%:R + (- 1)) : R) \is a GRing.unit)
    (c_is : c = (fun (i_2 : 'I_k) (j_2 : 'I_k) => ((sigma ^+ 2) * (rho + ((1 + (- rho)) * (i_2 == j_2)%:R))))) :
  (k%:R^-1 * (k%:R + (- 1))^-1 * ((\sum_(i_3 < k) (c i_3 i_3)) + (- (k%:R^-1 * (\sum_(j < k) \sum_(i < k) (c i j)))))) = ((sigma ^+ 2) * k%:R^-1 * (1 + (- rho))) :> R.
Proof. prove. Qed.

(** corrected-factor: f00ab7dba2afb9eb *)
Theorem corrected_factor
    (R : comUnitRingType)
    (k : R)
    (rho : R)
    (n_2 : R)
    (n_1 : R)
    (unit : (k : R) \is a GRing.unit)
    (unit_2 : ((n_1 + n_2) : R) \is a GRing.unit)
    (rho_is : rho = (n_2 * (n_1 + n_2)^-1))
    (unit_3 : ((1 + (- rho)) : R) \is a GRing.unit)
    (unit_4 : (n_1 : R) \is a GRing.unit) :
  (k^-1 * (1 + (- rho))^-1 * (1 + (rho * (k + (- 1))))) = (k^-1 + (n_2 * n_1^-1)) :> R.
Proof. prove. Qed.

Print Assumptions left_out_coefficients.
Print Assumptions left_out_error.
Print Assumptions leverages_add_up.
Print Assumptions k_fold_variance.
Print Assumptions naive_fold_variance.
Print Assumptions corrected_factor.
